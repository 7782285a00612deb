/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import io.ohmnibus.ocpp.OcppVersion;
import java.util.List;
import java.util.Optional;

/** Chooses the version of a connection (Part 4, 3.1.2 and 3.3). */
final class Subprotocols {

    private Subprotocols() {}

    /** The first that we know, in the order of the station, over all lines of the header. */
    static Optional<OcppVersion> choose(List<String> headerLines) {
        for (String line : headerLines) {
            for (String name : line.split(",", -1)) {
                Optional<OcppVersion> version = OcppVersion.ofSubprotocol(name.strip());
                if (version.isPresent()) {
                    return version;
                }
            }
        }
        return Optional.empty();
    }
}
