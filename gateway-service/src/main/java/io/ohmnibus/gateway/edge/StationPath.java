/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import io.ohmnibus.platform.ocpp.StationKey;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the station from the connection URL: {@code /ocpp/{station}} or {@code
 * /ocpp/{tenant}/{station}}, percent-encoded (Part 4, 3.1.1).
 */
final class StationPath {

    /** An identifierString without the colon that would end the user name of HTTP Basic. */
    private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9*\\-_=+|@.]{1,48}");

    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final String ENDPOINT = "/ocpp/";

    private StationPath() {}

    /** The station of an undecoded path; empty when no station can have that path. */
    static Optional<StationKey> parse(String rawPath) {
        if (!rawPath.startsWith(ENDPOINT)) {
            return Optional.empty();
        }
        String rest = rawPath.substring(ENDPOINT.length());
        int slash = rest.indexOf('/');
        String tenant = slash < 0 ? StationKey.DEFAULT_TENANT : decoded(rest.substring(0, slash));
        String station = decoded(rest.substring(slash + 1));
        return Optional.of(new StationKey(tenant, station)).filter(StationPath::possible);
    }

    /** Whether there can be a station of that name. */
    static boolean possible(StationKey station) {
        return TENANT.matcher(station.tenant()).matches()
                && IDENTITY.matcher(station.stationId()).matches();
    }

    /** A plus sign stands for itself in a path; what cannot be decoded matches no pattern. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
