#pragma once

#include <string>
#include <vector>

#include "rules/confirmation.h"

namespace catalog {

/// How far each standard is on its way to its confirmation and what is missing, for people: the
/// digest is that at the foot of the form.
std::string confirmation_text(const Validation& validation,
                              const std::vector<ConfirmationStatus>& statuses, Lang lang);
/// The same as JSON (schemas/confirmation.schema.json).
std::string confirmation_json(const Validation& validation,
                              const std::vector<ConfirmationStatus>& statuses);

}  // namespace catalog
