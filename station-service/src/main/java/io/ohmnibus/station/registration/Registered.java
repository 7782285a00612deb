/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registration;

import io.ohmnibus.platform.ocpp.StationKey;
import org.jspecify.annotations.Nullable;

/**
 * A station was registered.
 *
 * @param generatedPassword told here and never again; null when the station has its own or none
 */
public record Registered(StationKey key, @Nullable String generatedPassword) {

    /** Without the password. */
    @Override
    public String toString() {
        return "Registered[" + key + "]";
    }
}
