-- Neovim 0.11 or later: init.lua, or .nvim.lua of the repository
vim.lsp.config('yamlls', {
  cmd = { 'yaml-language-server', '--stdio' },
  filetypes = { 'yaml' },
  root_markers = { 'catalog.yaml', '.git' },
  settings = {
    yaml = {
      schemas = {
        ['/usr/share/catalog/schemas/workspace.schema.json'] = '**/catalog.yaml',
        ['/usr/share/catalog/schemas/list.schema.json'] = '**/lists/**/*.yaml',
        ['/usr/share/catalog/schemas/standard.schema.json'] = '**/standards/**/*.yaml',
        ['/usr/share/catalog/schemas/units.schema.json'] = '**/units.yaml',
      },
    },
  },
})
vim.lsp.enable('yamlls')

-- :make runs the check and fills the quickfix list
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'yaml',
  callback = function()
    vim.opt_local.makeprg = 'catalog validate --format concise'
    vim.opt_local.errorformat = '%f:%l:%c: %trror: %m,%f:%l:%c: %tarning: %m,%f:%l:%c: %tote: %m'
  end,
})
