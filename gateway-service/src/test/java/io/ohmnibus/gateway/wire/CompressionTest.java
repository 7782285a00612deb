/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CompressionTest {

    @Test
    void takesAnOfferOnlyWithoutContextTakeover() {
        assertThat(Compression.chosen(List.of("permessage-deflate; client_max_window_bits")))
                .contains("server_no_context_takeover")
                .contains("client_no_context_takeover");
    }

    @Test
    void refusesWhatItCannotKeep() {
        assertThat(Compression.chosen(List.of())).isNull();
        assertThat(Compression.chosen(List.of("x-webkit-deflate-frame"))).isNull();
        assertThat(Compression.chosen(List.of("permessage-deflate; server_max_window_bits=10")))
                .isNull();
    }

    @Test
    void looksAtFurtherOffers() {
        String line = "permessage-deflate; server_max_window_bits=10, permessage-deflate";
        assertThat(Compression.chosen(List.of(line))).isNotNull();
    }
}
