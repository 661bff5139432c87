#pragma once

#include <vector>

#include "model/item.h"

namespace catalog {

/// What every file of the workspace has at its head.
struct Head {
  Symbol file;  ///< path as it was opened
  Text kind;
  Text note;
  Span span;  ///< the whole document
};

/// A table of items of one domain: what list and standard have in common.
struct Catalogue : Head {
  Text domain;
  Text version;
  Text effective;
  std::vector<Omission> omitted;
};

/// What one unit authors for one domain (事项清单).
struct List : Catalogue {
  Text unit;
  std::vector<Item> items;
};

/// An item of a standard remembers the list items that it was merged from.
struct StandardItem : Item {
  Texts was;
};

/// The confirmation of a standard: by whom, when, by which document, and the digest of its meaning.
struct Confirmation {
  Text by;
  Text on;
  Text document;
  Text digest;
  Span span;
};

struct Publication {
  Text url;
  Text on;
  Text digest;
  Span span;
};

/// A domain's merged catalogue for the whole city (标准目录).
struct Standard : Catalogue {
  Texts drafted_by;
  Text requirements;
  Text process;
  Text state;
  Text opinion;
  Rare<Confirmation> confirmed;
  Rare<Publication> published;
  std::vector<StandardItem> items;
};

/// A page on which rows were read.
struct Source {
  Text key;
  Text of;
  Text url;
  Text note;
  Span span;
};

/// A row of a guideline with its provenance.
struct Row : Item {
  Text number;  ///< the printed 序号, may change
  Texts aliases;
  Text seen;
  Texts unsure;
  Texts from;
  Text channels_demand;
  Texts channels_allowed;
};

/// A ministry's (or the city's) standard for a domain (标准指引).
struct Guideline : Head {
  Text domain;
  Text name;
  Text title;
  Text issuer;
  Text number;
  Text issued;
  Text complete;
  Text channels_demand;
  std::vector<Source> sources;
  std::vector<Row> items;
};

/// Whether a domain is kept, changed, new or left out in this version.
struct DomainEntry {
  Text domain;
  Text status;
  Text reason;
  Text basis;
  Text until;
  Span span;
};

/// Department and district responsible for a domain (结对).
struct Pairing {
  Text domain;
  Text department;
  Text district;
  Text confirms;
  Text example;
  Span span;
};

struct Milestone {
  Text name;
  Text due;
  Span span;
};

/// catalog.yaml at the workspace's root (工作区).
struct WorkspaceFile : Head {
  Text title;
  Text version;
  Text effective;
  Texts guidelines;
  Text units;
  Text legal;
  Text calendar;
  Text vocabulary;
  Texts templates;
  Text table_template;
  std::vector<DomainEntry> domains;
  std::vector<Pairing> pairings;
  std::vector<Milestone> milestones;
  TextMap rules;
  Text compiler;
  Text contact;
  Text hotline;
};

/// A name that a unit had in a span of time.
struct UnitName {
  Text name;
  Text from;
  Text until;
  Span span;
};

/// A department, district, street or town.
struct Unit {
  Text code;
  Text name;
  Texts aliases;
  Text office;
  Text level;
  Text type;
  Text parent;
  Texts domains;
  std::vector<UnitName> names;
  Text hotline;
  Text seen;
  Texts from;
  Text note;
  Span span;
};

struct UnitsFile : Head {
  std::vector<Source> sources;
  std::vector<Unit> units;
};

/// A legal document that catalogues cite.
struct LegalEntry {
  Text title;
  Texts aliases;
  Text number;
  Text issuer;
  Text rank;
  Text issued;
  Text effective;
  Text status;
  Text superseded_by;
  Text until;
  Text seen;
  Text source;
  Texts recalled;
  Text note;
  Span span;
};

struct LegalFile : Head {
  std::vector<LegalEntry> documents;
};

struct CalendarFile : Head {
  Text source;
  Text from;
  Text until;
  Texts days_off;
  Texts workdays;
};

/// A word of the vocabulary with the spellings that mean the same.
struct VocabularyWord {
  Text id;
  Text name;
  Text english;
  Texts aliases;
  Span span;
};

struct VocabularyFile : Head {
  std::vector<VocabularyWord> levels;
  std::vector<VocabularyWord> channels;
  std::vector<VocabularyWord> audiences;
  std::vector<VocabularyWord> modes;
  std::vector<VocabularyWord> extents;
  std::vector<VocabularyWord> marks;
  std::vector<VocabularyWord> generic;
  std::vector<VocabularyWord> placeholders;
  std::vector<VocabularyWord> repeats;
  std::vector<VocabularyWord> misprints;
};

/// A column of a published table.
struct TemplateColumn {
  Text field;
  Text heading;
  Text group;
  Text word;
  Text width;
  Text merge;
  Text optional;
  Span span;
};

struct TemplateMarks {
  Text chosen;
  Text unchosen;
  Text tick;
  Text bullet;
  Span span;
};

/// A published table's form (目录样式).
struct TemplateFile : Head {
  Text name;
  Text title;
  std::vector<TemplateColumn> columns;
  Text channels;
  Rare<TemplateMarks> marks;
};

}  // namespace catalog
