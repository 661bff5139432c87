#pragma once

#include <yaml-cpp/yaml.h>

#include "yaml/support.h"

namespace catalog::yaml {

/// What a document means to yaml-cpp.
inline Model yaml_cpp_model(const YAML::Node& node) {
  switch (node.Type()) {
    case YAML::NodeType::Sequence: {
      Model model{NodeKind::Sequence, {}, {}};
      for (const auto& item : node) model.children.push_back(yaml_cpp_model(item));
      return model;
    }
    case YAML::NodeType::Map: {
      Model model{NodeKind::Mapping, {}, {}};
      for (const auto& pair : node) {
        model.children.push_back(yaml_cpp_model(pair.first));
        model.children.push_back(yaml_cpp_model(pair.second));
      }
      return model;
    }
    case YAML::NodeType::Scalar:
      return {NodeKind::Scalar, node.Scalar(), {}};
    default:
      return {};
  }
}

}  // namespace catalog::yaml
