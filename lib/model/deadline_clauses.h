#pragma once

#include <vector>

#include "model/deadline_scan.h"

namespace catalog {

/// A piece of a phrase between commas, semicolons or the brackets that hold a part of their own.
struct Clause {
  PointRange at;
  bool opens_sentence = false;   ///< the first after ； or 。 or of the phrase
  bool closes_sentence = false;  ///< nothing of the sentence follows
  bool bracketed = false;        ///< stands in brackets, which `at` leaves out
  bool numbered = false;         ///< began with 1. （一） ①, which `at` leaves out
};

/// Cuts a folded phrase into clauses; linear time.
std::vector<Clause> split_clauses(std::u32string_view text);

}  // namespace catalog
