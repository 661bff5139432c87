;; Emacs 29 or later: eglot with yaml-language-server, and M-x compile for the check
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '((yaml-mode yaml-ts-mode) . ("yaml-language-server" "--stdio")))
  (setq-default eglot-workspace-configuration
                '(:yaml (:schemas
                         (:/usr/share/catalog/schemas/workspace.schema.json ["**/catalog.yaml"]
                          :/usr/share/catalog/schemas/list.schema.json ["**/lists/**/*.yaml"]
                          :/usr/share/catalog/schemas/standard.schema.json ["**/standards/**/*.yaml"]
                          :/usr/share/catalog/schemas/units.schema.json ["**/units.yaml"])))))

;; FILE:LINE:COLUMN: is what compilation-mode understands by itself.
(add-hook 'yaml-mode-hook
          (lambda () (setq-local compile-command "catalog validate --format concise")))
