'use strict';

/*
 * Maps: the shapes of the countries and points on them, no tiles from elsewhere. Everything on them
 * stands in a list as well. What draws them is loaded once a map comes into view.
 */
(() => {
  const EUROPE = [[35, -11], [62, 41]];
  const EDGE = [[20, -60], [82, 70]];
  const APPROXIMATE_METRES = 30000;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const loaded = new Map();

  const load = (address, make) => {
    if (!loaded.has(address)) {
      loaded.set(address, new Promise((done, failed) => {
        const element = make(address);
        element.onload = done;
        element.onerror = failed;
        document.head.append(element);
      }));
    }
    return loaded.get(address);
  };
  const script = src => Object.assign(document.createElement('script'), { src });
  const style = href => Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  const json = address => fetch(address, { headers: { Accept: 'application/json' } })
    .then(answer => answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status))));

  const icon = kind => L.divIcon({ className: 'pin ' + kind, iconSize: [24, 24], iconAnchor: [12, 12], popupAnchor: [0, -10] });

  const popup = (point, text) => {
    const link = document.createElement('a');
    link.href = '/authorities/' + point.id;
    link.textContent = point.name;
    link.title = text.open;
    return link;
  };

  const marker = (point, text) => {
    const made = L.marker([point.lat, point.lon], { icon: icon('pin-one'), title: point.name, riseOnHover: true });
    made.bindPopup(() => popup(point, text), { autoPanPadding: [20, 20] });
    made.on('popupopen', opened => {
      const box = opened.popup.getElement();
      box.querySelector('.leaflet-popup-close-button')?.setAttribute('aria-label', text.close);
      box.querySelector('a[href^="/authorities/"]').focus({ preventScroll: true });
    });
    made.on('popupclose', () => made.getElement()?.focus({ preventScroll: true }));
    return made;
  };

  const clusters = text => {
    const group = L.markerClusterGroup({
      showCoverageOnHover: false,
      animate: !still,
      maxClusterRadius: 46,
      spiderfyDistanceMultiplier: 1.6,
      iconCreateFunction: cluster => {
        const count = cluster.getChildCount();
        const shown = document.createElement('span');
        shown.textContent = count.toLocaleString(document.documentElement.lang);
        shown.ariaHidden = 'true';
        const said = document.createElement('span');
        said.className = 'visually-hidden';
        said.textContent = text.cluster.replace('#', shown.textContent);
        const html = document.createElement('div');
        html.append(shown, said);
        const size = count < 10 ? 34 : count < 100 ? 40 : 48;
        return L.divIcon({ className: 'cluster', html, iconSize: [size, size] });
      },
    });
    group.on('clusterkeypress', event => {
      if (event.originalEvent.key === 'Enter' || event.originalEvent.key === ' ') {
        event.originalEvent.preventDefault();
        event.layer.zoomToBounds({ padding: [30, 30] });
        // the cluster is gone now, and with it the focus
        group._map.getContainer().focus({ preventScroll: true });
      }
    });
    return group;
  };

  const draw = async element => {
    const data = element.dataset;
    const text = { open: data.textOpen, close: data.textClose, cluster: data.textCluster };
    await Promise.all([load(data.leafletCss, style), load(data.clusterCss, style), load(data.leaflet, script)]);
    await load(data.cluster, script);
    const shapes = await json(data.shapes);
    element.replaceChildren();
    const map = L.map(element, {
      zoomControl: false, attributionControl: false, scrollWheelZoom: false, minZoom: 2, maxZoom: 8, zoomSnap: .5,
      maxBounds: EDGE, maxBoundsViscosity: 1, zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, inertia: !still,
    });
    map.on('focus', () => map.scrollWheelZoom.enable());
    map.on('blur', () => map.scrollWheelZoom.disable());
    L.control.zoom({ zoomInTitle: data.textIn, zoomOutTitle: data.textOut }).addTo(map);
    L.control.attribution({ prefix: false }).addAttribution(data.attribution).addTo(map);
    // Ukraine is the last of them and lies over the edges of its neighbours
    L.geoJSON(shapes, { interactive: false, style: { className: 'land' } }).addTo(map);
    if (data.lat) {
      const here = [Number(data.lat), Number(data.lon)];
      map.setView(here, data.approximate ? 5 : 5.5);
      if (data.approximate) {
        L.circle(here, { radius: APPROXIMATE_METRES, className: 'about-here', interactive: false }).addTo(map);
      } else {
        L.marker(here, { icon: icon('pin-one'), interactive: false, keyboard: false }).addTo(map);
      }
      return;
    }
    map.fitBounds(EUROPE);
    const group = clusters(text).addTo(map);
    const show = async address => {
      const points = await json(address);
      if (address !== element.dataset.points) return;
      group.clearLayers();
      group.addLayers(points.map(point => marker(point, text)));
      if (address.includes('?') && points.length) {
        map.fitBounds(L.latLngBounds(points.map(point => [point.lat, point.lon])), { padding: [30, 30], maxZoom: 5 });
      } else {
        map.fitBounds(EUROPE);
      }
      element.dataset.shown = points.length;
    };
    element.follow = address => {
      element.dataset.points = address;
      // without an answer the points before stay; the list says what is wrong
      show(address).catch(refusal => console.warn('The map stays as it was: ' + refusal.message));
    };
    element.follow(data.points);
    new ResizeObserver(() => map.invalidateSize()).observe(element);
  };

  const seen = new IntersectionObserver(entries => entries.filter(e => e.isIntersecting).forEach(entry => {
    seen.unobserve(entry.target);
    draw(entry.target).catch(refusal => console.warn('No map: ' + refusal));
  }), { rootMargin: '100px' });
  document.querySelectorAll('[data-map]').forEach(element => {
    // it says that a map needs scripts, which are there
    element.querySelector('.map-wait').hidden = true;
    seen.observe(element);
  });

  // the map follows the list
  document.addEventListener('htmx:afterSwap', event => {
    const address = event.detail.target.querySelector('[data-map-points]')?.dataset.mapPoints;
    const element = document.querySelector('[data-map][data-points]');
    if (!address || !element) return;
    if (element.follow) element.follow(address);
    else element.dataset.points = address;
  });
})();
