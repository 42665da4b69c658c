INSERT INTO site (
  name, urls, type, site_group, created_at, currency, ecommerce, site_search,
  search_keyword_parameters, search_category_parameters,
  excluded_ips, excluded_query_parameters, excluded_user_agents, excluded_referrers,
  keep_fragment, exclude_unknown_urls, creator_login, id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
