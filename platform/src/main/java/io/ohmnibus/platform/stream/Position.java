/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.stream;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the order of events; its text is the id that clients resume with. */
record Position(long xid, long id) implements Comparable<Position> {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9]{1,19})");

    static Optional<Position> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Position(
                            Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /** Behind all transactions before that one. */
    static Position before(long xid) {
        return new Position(xid - 1, Long.MAX_VALUE);
    }

    @Override
    public int compareTo(Position other) {
        return xid == other.xid ? Long.compare(id, other.id) : Long.compare(xid, other.xid);
    }

    @Override
    public String toString() {
        return xid + "-" + id;
    }
}
