#include "publish/site_assets.h"

#include "publish/assets.h"

namespace catalog {

std::string site_style() { return std::string(kPageCss) + "\n" + std::string(kSiteCss); }

}  // namespace catalog
