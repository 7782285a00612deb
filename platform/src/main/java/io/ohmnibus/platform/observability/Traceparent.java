/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.observability;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The W3C trace context of one step: which journey it belongs to, and which step it is. Its text
 * form is the header {@code traceparent}.
 *
 * @param traceId 32 hexadecimal digits, the same for all steps
 * @param spanId 16 hexadecimal digits, of this step
 * @param sampled whether the first step decided that traces are recorded
 */
public record Traceparent(String traceId, String spanId, boolean sampled) {

    private static final int LENGTH = 55;
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);

    /** A new journey. */
    public static Traceparent start() {
        return new Traceparent(randomHex() + randomHex(), randomHex(), true);
    }

    /** The context in a header; a new journey when there is none or it is not valid. */
    public static Traceparent parse(@Nullable String header) {
        if (header == null) {
            return start();
        }
        String text = header.strip();
        if (!valid(text)) {
            return start();
        }
        boolean sampled = (Character.digit(text.charAt(54), 16) & 1) == 1;
        return new Traceparent(text.substring(3, 35), text.substring(36, 52), sampled);
    }

    /** The next step of the same journey. */
    public Traceparent child() {
        return new Traceparent(traceId, randomHex(), sampled);
    }

    /** The step that a chain is part of; a new journey when it is part of none. */
    public static Traceparent of(ContextView context) {
        Traceparent current = context.getOrDefault(Traceparent.class, null);
        return current == null ? start() : current;
    }

    /** A context for {@code contextWrite}, where {@link #of} finds this step. */
    public Context in(Context context) {
        return context.put(Traceparent.class, this);
    }

    @Override
    public String toString() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    /** By hand, for every record has one: {@code vv-<32>-<16>-ff}, longer in later versions. */
    private static boolean valid(String text) {
        return text.length() >= LENGTH
                && hex(text, 0, 2)
                && hex(text, 3, 35)
                && hex(text, 36, 52)
                && hex(text, 53, LENGTH)
                && text.charAt(2) == '-'
                && text.charAt(35) == '-'
                && text.charAt(52) == '-'
                && !text.startsWith("ff")
                && (text.length() == LENGTH
                        || (text.charAt(LENGTH) == '-' && !text.startsWith("00")))
                && !text.startsWith(NO_TRACE, 3)
                && !text.startsWith(NO_SPAN, 36);
    }

    private static boolean hex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (!(digit >= '0' && digit <= '9') && !(digit >= 'a' && digit <= 'f')) {
                return false;
            }
        }
        return true;
    }

    private static String randomHex() {
        long random = ThreadLocalRandom.current().nextLong();
        return HexFormat.of().toHexDigits(random == 0 ? 1 : random);
    }
}
