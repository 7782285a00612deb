/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.util.context.Context;

class TraceparentTest {

    private static final String HEADER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void aHeaderIsReadAndWritten() {
        Traceparent trace = Traceparent.parse(HEADER);
        assertThat(trace).hasToString(HEADER);
        assertThat(trace.sampled()).isTrue();
        assertThat(Traceparent.parse(HEADER.replaceFirst("01$", "00")).sampled()).isFalse();
    }

    @Test
    void aChildKeepsTheTraceAndHasItsOwnSpan() {
        Traceparent trace = Traceparent.parse(HEADER);
        Traceparent child = trace.child();
        assertThat(child.traceId()).isEqualTo(trace.traceId());
        assertThat(child.spanId()).matches("[0-9a-f]{16}").isNotEqualTo(trace.spanId());
    }

    @Test
    void aLaterVersionIsReadAsFarAsItIsKnown() {
        String later = "01" + HEADER.substring(2) + "-more";
        assertThat(Traceparent.parse(later)).isEqualTo(Traceparent.parse(HEADER));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "garbage",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"
            })
    void anythingElseStartsANewTrace(String header) {
        Traceparent trace = Traceparent.parse(header);
        assertThat(trace.toString()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(trace.traceId()).isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void itTravelsInTheContextOfAChain() {
        Traceparent trace = Traceparent.start();
        assertThat(Traceparent.of(trace.in(Context.empty()))).isEqualTo(trace);
        assertThat(Traceparent.of(Context.empty())).isNotEqualTo(trace);
    }
}
