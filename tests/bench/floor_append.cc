// The floor that writing is measured against: the same bytes, appended piece by piece to a text a
// file, with what the format escapes escaped again, and written. A piece is a tag or the text
// between two, a field of CSV, a string of JSON or the signs between two.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "arguments.h"
#include "lap.h"

namespace catalog::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUsage =
    "floor_append FORMAT FOLDER OUT [--turns N] : takes the files of FOLDER that end in .FORMAT "
    "(xml, html, json, ndjson, csv)\n"
    "apart and writes the same bytes into the new folder OUT. Prints for each of N turns (3; 0:\n"
    "one for each line of the input) `write`, seconds by the clock and of the processor; then how\n"
    "many bytes and pieces. Exit code 1 if the bytes are not the same.\n";

/// A piece of a file: as it stands, or a text to be escaped.
struct Piece {
  std::string_view bytes;
  bool text;
};

struct File {
  std::string name;
  std::string whole;  ///< as it was built
  std::string plain;  ///< its texts without escapes
  std::vector<Piece> pieces;
};

/// What stands for each byte of a text; empty for itself.
using Escapes = std::array<std::string_view, 256>;

Escapes escapes_of(std::string_view format) {
  Escapes out{};
  if (format == "xml" || format == "html") {
    out['&'] = "&amp;", out['<'] = "&lt;", out['>'] = "&gt;", out['"'] = "&quot;";
    out['\''] = "&#39;";
  } else if (format == "csv") {
    out['"'] = "\"\"";
  } else {
    out['"'] = "\\\"", out['\\'] = "\\\\", out['\n'] = "\\n", out['\t'] = "\\t";
  }
  return out;
}

/// Takes escapes back; the room for the whole was reserved, so that views stay.
std::string_view without_escapes(std::string_view text, const Escapes& escapes, std::string& room) {
  const size_t begin = room.size();
  for (size_t at = 0; at < text.size();) {
    size_t length = 1;
    char c = text[at];
    if (c == '&' || c == '\\' || c == '"') {
      for (size_t byte = 0; byte < escapes.size(); byte++) {
        if (escapes[byte].empty() || !text.substr(at).starts_with(escapes[byte])) continue;
        c = static_cast<char>(byte), length = escapes[byte].size();
        break;
      }
    }
    room += c, at += length;
  }
  return std::string_view(room).substr(begin);
}

void append_escaped(std::string& out, std::string_view text, const Escapes& escapes) {
  size_t from = 0;
  for (size_t at = 0; at < text.size(); at++) {
    const std::string_view escape = escapes[static_cast<unsigned char>(text[at])];
    if (escape.empty()) [[likely]]
      continue;
    out += text.substr(from, at - from);
    out += escape;
    from = at + 1;
  }
  out += text.substr(from);
}

/// Where the text that begins at `at` ends, in a format where texts stand between `open` and
/// `close`.
void take_markup_apart(File& file, const Escapes& escapes) {
  const std::string_view all = file.whole;
  for (size_t at = 0; at < all.size();) {
    const size_t close = all[at] == '<' ? all.find('>', at) : all.npos;
    // Line breaks and indentation belong to the tag before them.
    const size_t begin = close == all.npos ? at : all.find_first_not_of(" \n", close + 1);
    if (close != all.npos) {
      file.pieces.push_back({all.substr(at, begin - at), false});
      at = std::min(begin, all.size());
      continue;
    }
    const size_t end = std::min(all.find('<', at + 1), all.size());
    file.pieces.push_back({without_escapes(all.substr(at, end - at), escapes, file.plain), true});
    at = end;
  }
}

void take_quoted_apart(File& file, const Escapes& escapes, bool csv) {
  const std::string_view all = file.whole;
  for (size_t at = 0; at < all.size();) {
    const size_t open = std::min(all.find('"', at), all.size());
    if (csv) {  // fields without quotation marks, each with the sign behind it
      while (at < open) {
        const size_t end = std::min(all.find_first_of(",\n", at), open);
        file.pieces.push_back({all.substr(at, std::min(end + 1, open) - at), false});
        at = std::min(end + 1, open);
      }
    }
    if (open == all.size()) {
      if (at < open) file.pieces.push_back({all.substr(at, open - at), false});
      return;
    }
    file.pieces.push_back({all.substr(at, open + 1 - at), false});
    size_t end = open + 1;
    while (all[end] != '"' || (csv && end + 1 < all.size() && all[end + 1] == '"'))
      end += all[end] == '\\' && !csv ? 2 : all[end] == '"' ? 2 : 1;
    file.pieces.push_back(
        {without_escapes(all.substr(open + 1, end - open - 1), escapes, file.plain), true});
    at = end;
    file.pieces.push_back({all.substr(at, 1), false});
    at++;
  }
}

bool write_whole(const fs::path& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) return false;
  while (!bytes.empty()) {
    const ssize_t done = ::write(file, bytes.data(), bytes.size());
    if (done <= 0) break;
    bytes.remove_prefix(static_cast<size_t>(done));
  }
  ::close(file);
  return bytes.empty();
}

std::vector<File> read_files(const std::string& format, const fs::path& folder) {
  const Escapes escapes = escapes_of(format);
  std::vector<File> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != "." + format) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files.push_back({std::to_string(files.size()) + "." + format,
                     {std::istreambuf_iterator<char>(in), {}},
                     {},
                     {}});
  }
  for (File& file : files) {
    file.plain.reserve(file.whole.size());
    if (format == "xml" || format == "html") {
      take_markup_apart(file, escapes);
    } else {
      take_quoted_apart(file, escapes, format == "csv");
    }
  }
  return files;
}

int run(const Arguments& arguments) {
  const std::string& format = arguments.rest()[0];
  const fs::path out = arguments.rest()[2];
  const std::vector<File> files = read_files(format, arguments.rest()[1]);
  const Escapes escapes = escapes_of(format);
  bool written = true;
  for (Turns turns(arguments.whole("turns", 3)); turns.next();) {
    fs::remove_all(out);
    const Lap lap = timed([&] {
      fs::create_directories(out);
      for (const File& file : files) {
        std::string text;
        for (const Piece& piece : file.pieces)
          piece.text ? append_escaped(text, piece.bytes, escapes) : void(text += piece.bytes);
        written = write_whole(out / file.name, text) && written;
      }
    });
    lap.print("write");
  }
  if (!written) {
    std::fprintf(stderr, "floor_append: can't write into %s\n", out.c_str());
    return 2;
  }
  uint64_t bytes = 0, pieces = 0;
  for (const File& file : files) bytes += file.whole.size(), pieces += file.pieces.size();
  for (const File& file : files) {
    std::ifstream in(out / file.name, std::ios::binary);
    if (std::string(std::istreambuf_iterator<char>(in), {}) != file.whole) {
      std::fprintf(stderr, "floor_append: %s is not the same\n", file.name.c_str());
      return 1;
    }
  }
  std::printf("bytes %llu\npieces %llu\n", static_cast<unsigned long long>(bytes),
              static_cast<unsigned long long>(pieces));
  return files.empty() ? 1 : 0;
}

}  // namespace
}  // namespace catalog::bench

int main(int count, char** values) {
  catalog::bench::Arguments arguments(count, values, catalog::bench::kUsage);
  arguments.only({"turns"});
  if (arguments.rest().size() != 3) arguments.leave(2);
  return catalog::bench::run(arguments);
}
