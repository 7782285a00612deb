/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.ocpp;

/** A station identity within its tenant; its text form is the key of every Kafka record. */
public record StationKey(String tenant, String stationId) {

    /** The tenant of a station that names none. */
    public static final String DEFAULT_TENANT = "default";

    /** The key in the form {@code tenant/stationId}; a tenant never contains a slash. */
    public static StationKey parse(String key) {
        int slash = key.indexOf('/');
        if (slash < 1 || slash == key.length() - 1) {
            throw new IllegalArgumentException("Not a station key: " + key);
        }
        return new StationKey(key.substring(0, slash), key.substring(slash + 1));
    }

    @Override
    public String toString() {
        return tenant + "/" + stationId;
    }
}
