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
  Text standard;  ///< of a resolved list: the version of the standard that it was made from
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

/// The last publication of a standard: where, when, which version, and the digest of its meaning.
struct Publication {
  Text url;
  Text on;
  Text version;
  Text digest;
  Span span;
};

/// How one disagreement of the pair was settled when their lists were merged (冲突处理).
struct Settlement {
  Text item;  ///< the standard's item
  Text field;
  Text by;
  Text base;
  Text department;
  Text district;
  Text result;
  Span span;
};

/// A standard without its items.
struct StandardHead : Catalogue {
  Texts drafted_by;
  Text requirements;
  Text process;
  Text state;
  Text opinion;
  Rare<Confirmation> confirmed;
  Rare<Publication> published;
  std::vector<Settlement> settled;
};

/// A domain's merged catalogue for the whole city (标准目录).
struct Standard : StandardHead {
  std::vector<StandardItem> items;
};

/// A standard that a unit takes over, in the version that it takes.
struct AdoptedStandard {
  Text domain;
  Text version;
  Span span;
};

/// Which items an adoption changes: those that have all of these values.
struct AdoptionMatch : Item {
  Text domain;
};

/// What an adoption puts into an item.
struct AdoptionChange : Item {};

/// A local change (set): of the matching items the fields of `to` get other values.
struct AdoptionSet {
  Rare<AdoptionMatch> match;
  Rare<AdoptionChange> to;
  std::vector<Deviation> deviation;
  Span span;
};

/// An item, or a whole domain, that a unit does not take over.
struct Exclusion {
  Text item;    ///< domain/id
  Text domain;  ///< instead of `item`: all of the domain
  Text reason;
  Text basis;
  Text until;
  Span span;
};

/// An item that a unit has beside those of the standard.
struct AddedItem : Item {
  Text domain;
};

/// How one unit takes the city's standards over (采用).
struct Adoption : Head {
  Text unit;
  Text extends;  ///< the unit whose adoption this one rests on; of a street its district's
  std::vector<AdoptedStandard> standards;
  std::vector<AdoptionSet> set;
  std::vector<Exclusion> exclude;
  std::vector<AddedItem> add;
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
  Text baseline;
  Text demands;
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

/// A finding that was there when the baseline was made. Only its fingerprint identifies it, the
/// rest is for people.
struct KnownFinding {
  Text fingerprint;
  Text rule;
  Text address;
  Text file;
  Text field;
  Text message;
  Span span;
};

/// Findings that are known and not reported again (基线).
struct BaselineFile : Head {
  std::vector<KnownFinding> findings;
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
  Text note;
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
  std::vector<VocabularyWord> twins;
  std::vector<VocabularyWord> fillers;
  std::vector<VocabularyWord> collectives;
  std::vector<VocabularyWord> synonyms;
};

/// What a law demands of disclosure itself (法定要求): a deadline, a class that must be disclosed,
/// the ways to disclose it, or who may.
struct LegalDemand {
  Text id;
  Text name;
  Text title;  ///< of the law
  Text number;
  Text article;
  Text deadline;
  Texts levels;
  Texts domains;
  Texts words;
  Texts except;
  Texts subjects;   ///< words of a deadline's branches
  Texts types;      ///< of units
  Texts yields_to;  ///< ranks of documents that may say otherwise
  Text seen;
  Text note;
  Span span;
};

struct DemandsFile : Head {
  std::vector<LegalDemand> deadlines;
  std::vector<LegalDemand> classes;
  std::vector<LegalDemand> channels;
  std::vector<LegalDemand> publishers;
};

/// Why something changed between two versions (动态调整): a change by its fingerprint, or all
/// changes of an item, or of one of its fields.
struct Adjustment {
  Text fingerprint;
  Text item;
  Text field;
  Text change;
  Text reason;
  Text basis;
  Rare<Approval> approved;
  Span span;
};

/// adjustments.yaml: the reasons of changes between versions.
struct AdjustmentsFile : Head {
  Text version;
  std::vector<Adjustment> adjustments;
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
