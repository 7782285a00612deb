/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.observability;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
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
        Matcher parts = FORM.matcher(header.strip());
        if (!parts.matches() || !valid(parts)) {
            return start();
        }
        boolean sampled = (Integer.parseInt(parts.group(4), 16) & 1) == 1;
        return new Traceparent(parts.group(2), parts.group(3), sampled);
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

    private static boolean valid(Matcher parts) {
        String version = parts.group(1);
        boolean known = !version.equals("ff") && (!version.equals("00") || parts.group(5) == null);
        return known && !parts.group(2).equals(NO_TRACE) && !parts.group(3).equals(NO_SPAN);
    }

    private static String randomHex() {
        long random = ThreadLocalRandom.current().nextLong();
        return HexFormat.of().toHexDigits(random == 0 ? 1 : random);
    }
}
