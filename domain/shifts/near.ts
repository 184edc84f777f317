/** How far a phone is from a shift's place: a hint, never a barrier. */

export interface Spot {
  lng: number
  lat: number
  datum: 'wgs84' | 'gcj02'
}
const A = 6_378_245
const EE = 0.006693421622965943
const EARTH = 6_371_000
const rad = (degrees: number) => (degrees * Math.PI) / 180

/** WGS-84 as GCJ-02 within China (the public approximation of GB 20263's shift; good to a few metres). */
function shifted({ lng, lat }: Spot): { lng: number; lat: number } {
  const [x, y] = [lng - 105, lat - 35]
  const wave = (20 * Math.sin(6 * rad(x * 180)) + 20 * Math.sin(2 * rad(x * 180))) * (2 / 3)
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    wave +
    (20 * Math.sin(rad(y * 180)) + 40 * Math.sin(rad(y * 60)) + 160 * Math.sin(rad(y * 15)) + 320 * Math.sin(rad(y * 6))) * (2 / 3)
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    wave +
    (20 * Math.sin(rad(x * 180)) + 40 * Math.sin(rad(x * 60)) + 150 * Math.sin(rad(x * 15)) + 300 * Math.sin(rad(x * 6))) * (2 / 3)
  const magic = 1 - EE * Math.sin(rad(lat)) ** 2
  return {
    lat: lat + (north * 180) / (((A * (1 - EE)) / (magic * Math.sqrt(magic))) * Math.PI),
    lng: lng + (east * 180) / ((A / Math.sqrt(magic)) * Math.cos(rad(lat)) * Math.PI),
  }
}
const plain = (spot: Spot) => (spot.datum === 'wgs84' ? shifted(spot) : spot)

/** Whole metres between two places. */
export function metresBetween(one: Spot, other: Spot): number {
  const [a, b] = [plain(one), plain(other)]
  const [dy, dx] = [rad(b.lat - a.lat) / 2, rad(b.lng - a.lng) / 2]
  const h = Math.sin(dy) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(dx) ** 2
  return Math.round(2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h))))
}

/** '就在旁边', '离这里约 300 米', '离这里约 2.4 公里'. */
export function sayMetres(metres: number): string {
  if (metres <= 150) return '就在旁边'
  return metres < 1000 ? `离这里约 ${Math.round(metres / 50) * 50} 米` : `离这里约 ${(metres / 1000).toFixed(1)} 公里`
}
