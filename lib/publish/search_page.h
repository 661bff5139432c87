#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publish/html.h"
#include "publish/search_data.h"
#include "publish/search_words.h"
#include "workspace/workspace.h"

namespace catalog {

/// The page that searches all units' catalogues of a site.
struct SearchPage {
  struct Domain {
    std::string slug;
    std::string name;
    const SearchDomain* search = nullptr;
  };

  PagePlace place;
  std::string_view draft{};        ///< the word that marks a draft, or empty
  std::vector<const Unit*> units;  ///< their numbers are those of the domains' scripts
  std::vector<Domain> domains;
};
std::string write_search_page(const SearchPage& page);

/// pinyin.txt beside the vocabulary that the workspace uses; empty where it uses none.
std::string pinyin_file(const Workspace& workspace);
/// The words of pinyin.txt beside the vocabulary that the workspace uses; none where there is none.
std::expected<std::vector<ReadWord>, IoError> pinyin_words(const Workspace& workspace,
                                                           FileSystem& files);

/// `catalogSearch.setup({…});`: units, domains, channels, readings and synonyms.
std::string search_setup(const SearchPage& page, const Workspace& workspace,
                         const std::vector<ReadWord>& words);

}  // namespace catalog
