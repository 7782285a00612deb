/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.template;

import io.ohmnibus.ocpp.type.MessageFormatEnum;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds and fills the places for values in a text. Pure. */
final class Placeholders {

    private static final Pattern PLACE =
            Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9._-]*)\\s*}}");

    private Placeholders() {}

    /** The names of all values that a text needs. */
    static SortedSet<String> names(String text) {
        TreeSet<String> names = new TreeSet<>();
        PLACE.matcher(text).results().map(place -> place.group(1)).forEach(names::add);
        return names;
    }

    /**
     * The text with its values, which must all be there. In HTML and in a URI they cannot become
     * anything else than text (A36).
     */
    static String fill(String text, MessageFormatEnum format, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> value(place, format, values));
    }

    private static String value(
            MatchResult place, MessageFormatEnum format, Map<String, String> values) {
        String value = values.getOrDefault(place.group(1), "");
        return Matcher.quoteReplacement(
                switch (format) {
                    case HTML -> html(value);
                    case URI ->
                            URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
                    case ASCII, UTF8, QRCODE -> value;
                });
    }

    private static String html(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
