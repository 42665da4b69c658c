/*
 * The shop: what is looked at, what lies in the cart, and orders.
 */
import {params} from './page.js';
import {send} from './transport.js';

/** @type {(t: import('./core.js').State, values: Record<string, any>) => void} */
const sell = (t, values) => {
  send(t, 'idgoal=0' + params(values) + params({ec_items: Object.values(t.cart_)}), undefined, undefined, 'ecommerce');
};

/** @type {import('./core.js').Methods} */
export const ecommerce = {
  setEcommerceView(t, sku, name, category, price) {
    t.product_ = {_pks: sku, _pkn: name, _pkc: category, _pkp: price};
  },
  addEcommerceItem(t, sku, name = '', category = '', price = 0, quantity = 1) {
    if (sku) {
      t.cart_[sku] = [String(sku), name, category, price, quantity];
    }
  },
  removeEcommerceItem(t, sku) {
    delete t.cart_[sku];
  },
  clearEcommerceCart(t) {
    t.cart_ = {};
  },
  getEcommerceItems(t) {
    return Object.assign({}, t.cart_);
  },
  trackEcommerceCartUpdate: (t, revenue) => sell(t, {revenue}),
  trackEcommerceOrder(t, id, total, subTotal, tax, shipping, discount) {
    if (id) {
      sell(t, {ec_id: id, revenue: total, ec_st: subTotal, ec_tx: tax, ec_sh: shipping, ec_dt: discount});
      t.cart_ = {};
    }
  },
};
