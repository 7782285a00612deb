/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.store;

import java.util.Collection;

/**
 * JSON documents in one text, one for each row of a statement. They are divided as RFC 7464 does:
 * by a character that is always escaped inside of JSON. So a document is neither escaped nor parsed
 * once more on its way into a column, as it is inside of another one.
 */
public final class JsonSequence {

    private static final char SEPARATOR = 0x1e;

    private JsonSequence() {}

    /** The documents, to bind. */
    public static String write(Collection<String> documents) {
        return String.join(String.valueOf(SEPARATOR), documents);
    }

    /** The documents as rows of text, for a {@code from} clause. */
    public static String rows(String parameter) {
        return "string_to_table(:%s, chr(%d))".formatted(parameter, (int) SEPARATOR);
    }
}
