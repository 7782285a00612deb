/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** User name and password of HTTP Basic (RFC 7617); the password as bytes, for it may be any. */
record BasicAuthorization(String user, byte[] password) {

    private static final String SCHEME = "basic ";

    /** Reads the header; empty when it is missing, of another scheme or broken. */
    static Optional<BasicAuthorization> parse(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        byte[] pair;
        try {
            pair = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        for (int i = 0; i < pair.length; i++) {
            if (pair[i] == ':') {
                return Optional.of(
                        new BasicAuthorization(
                                new String(pair, 0, i, StandardCharsets.UTF_8),
                                Arrays.copyOfRange(pair, i + 1, pair.length)));
            }
        }
        return Optional.empty();
    }
}
