/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

/** How a connection is secured (Part 2, A, 1.3); each port serves one (A00.FR.006). */
public enum SecurityProfile {
    /** Profile 1: HTTP Basic without TLS. */
    BASIC,
    /** Profile 2: HTTP Basic over TLS. */
    TLS_BASIC,
    /** Profile 3: TLS with a certificate of the station. */
    MUTUAL_TLS;

    /** The specification's number. */
    public int number() {
        return ordinal() + 1;
    }
}
