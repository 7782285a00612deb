/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.wire;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * permessage-deflate (RFC 7692; Part 4, 3.4), only without context takeover on either side: that
 * costs 3 kB for a connection instead of 107.
 */
final class Compression {

    private static final String NAME = "permessage-deflate";
    private static final String AS_WE_WANT_IT =
            NAME + "; server_no_context_takeover; client_no_context_takeover";

    private Compression() {}

    /**
     * What is left of the peer's offers: ours, which a server may always answer with, when it
     * offered the extension without a limit to the window of the server; else nothing.
     */
    static @Nullable String chosen(List<String> headerLines) {
        for (String line : headerLines) {
            for (String offer : line.toLowerCase(Locale.ROOT).split(",", -1)) {
                String extension = offer.strip();
                boolean deflate = extension.equals(NAME) || extension.startsWith(NAME + ";");
                if (deflate && !extension.contains("server_max_window_bits")) {
                    return AS_WE_WANT_IT;
                }
            }
        }
        return null;
    }
}
