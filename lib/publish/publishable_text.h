#pragma once

#include <string>
#include <string_view>

#include "text/symbol.h"

namespace catalog {

/// Whether every published form can carry the text unchanged: UTF-8 without the characters that
/// XML 1.0 forbids (section 2.2: control characters, U+FFFE, U+FFFF) and with LF line breaks.
bool is_publishable(std::string_view text);

/// Whether the text goes out as it stands in every form: publishable, and nothing in it is escaped.
/// What is known of a symbol's text is remembered.
bool is_plain(std::string_view text);
bool is_plain(Symbol text);

/// The text as every form carries it, so that all forms say the same: CR and CRLF become LF, each
/// forbidden character or broken byte U+FFFD. The text itself where nothing is forbidden.
std::string publishable(std::string_view text);

/// Appends the publishable text to XML or HTML content: & < > " ' are written as references.
void append_escaped(std::string& out, std::string_view text);
/// Appends the publishable text as a string of JSON, in its quotation marks.
void append_json(std::string& out, std::string_view text);

/// The same of a symbol's text; what it holds is remembered, so that one that occurs many times is
/// looked through once.
void append_escaped(std::string& out, Symbol text);
void append_json(std::string& out, Symbol text);

/// Whether a link may be followed from a published page: http or https, without white space or
/// control characters (so never javascript: or data:).
bool is_web_address(std::string_view url);

}  // namespace catalog
