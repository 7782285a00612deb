/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

import java.util.Arrays;
import java.util.Optional;

/**
 * The versions of OCPP spoken here, oldest first, so that {@code compareTo} tells which one knows
 * more.
 */
public enum OcppVersion {
    V2_0_1("ocpp2.0.1"),
    V2_1("ocpp2.1");

    private final String subprotocol;

    OcppVersion(String subprotocol) {
        this.subprotocol = subprotocol;
    }

    /** The WebSocket sub-protocol that stands for this version in the handshake (Part 4, 3.1.2). */
    public String subprotocol() {
        return subprotocol;
    }

    /**
     * The version behind a sub-protocol name, which is case-sensitive; empty for every other name.
     */
    public static Optional<OcppVersion> ofSubprotocol(String name) {
        return Arrays.stream(values())
                .filter(version -> version.subprotocol.equals(name))
                .findFirst();
    }
}
