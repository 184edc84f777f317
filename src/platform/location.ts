/** Where the phone thinks it is: a hint for a visit, never a barrier. H5 gives WGS-84. */
export interface Spot {
  lng: number
  lat: number
  /** Metres. Above 100 it is worth saying so. */
  accuracy: number
  datum: 'wgs84' | 'gcj02'
}

/** The place, or null: refused, not found within 8 s, no such thing here. */
export function locate(): Promise<Spot | null> {
  return new Promise(resolve => {
    if (!navigator.geolocation) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lng: coords.longitude, lat: coords.latitude, accuracy: Math.round(coords.accuracy), datum: 'wgs84' }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: 8000, maximumAge: 60_000 },
    )
  })
}
