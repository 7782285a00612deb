/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import io.ohmnibus.gateway.admission.SecurityProfile;

/** The ways in. Each port serves one security profile (A00.FR.006), but for that of proxies. */
enum Door {
    PLAIN(SecurityProfile.BASIC, "ohmnibus.gateway.port"),
    TLS(SecurityProfile.TLS_BASIC, "ohmnibus.gateway.tls.port"),
    MUTUAL_TLS(SecurityProfile.MUTUAL_TLS, "ohmnibus.gateway.tls.mutual-port"),
    /** For proxies that end TLS: they say which profile a station came with. */
    PROXY(SecurityProfile.TLS_BASIC, "ohmnibus.gateway.proxy.port");

    private final SecurityProfile profile;
    private final String property;

    Door(SecurityProfile profile, String property) {
        this.profile = profile;
        this.property = property;
    }

    SecurityProfile profile() {
        return profile;
    }

    String property() {
        return property;
    }

    boolean tls() {
        return this == TLS || this == MUTUAL_TLS;
    }
}
