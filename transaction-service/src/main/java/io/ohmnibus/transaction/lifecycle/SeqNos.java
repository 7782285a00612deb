/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A set of sequence numbers, held as ranges; its text form is {@code 0-4,6}. */
record SeqNos(List<Range> ranges) {

    static final SeqNos NONE = new SeqNos(List.of());

    /** Every number from first to last, both included. */
    record Range(int first, int last) {

        static Range parse(String text) {
            int dash = text.indexOf('-', 1);
            return dash < 0
                    ? new Range(Integer.parseInt(text), Integer.parseInt(text))
                    : new Range(
                            Integer.parseInt(text.substring(0, dash)),
                            Integer.parseInt(text.substring(dash + 1)));
        }

        @Override
        public String toString() {
            return first == last ? Integer.toString(first) : first + "-" + last;
        }
    }

    SeqNos {
        ranges = List.copyOf(ranges);
    }

    static SeqNos parse(String text) {
        return text.isEmpty()
                ? NONE
                : new SeqNos(List.of(text.split(",", -1)).stream().map(Range::parse).toList());
    }

    boolean contains(int seqNo) {
        return ranges.stream().anyMatch(range -> range.first <= seqNo && seqNo <= range.last);
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** The highest number. */
    int last() {
        return ranges.getLast().last;
    }

    /** This set and one more number. */
    SeqNos plus(int seqNo) {
        if (contains(seqNo)) {
            return this;
        }
        List<Range> result = new ArrayList<>();
        Range added = new Range(seqNo, seqNo);
        for (Range range : ranges) {
            if (touches(range, added)) {
                added =
                        new Range(
                                Math.min(range.first, added.first),
                                Math.max(range.last, added.last));
            } else if (range.last < added.first) {
                result.add(range);
            } else {
                result.add(added);
                added = range;
            }
        }
        result.add(added);
        return new SeqNos(result);
    }

    private static boolean touches(Range one, Range other) {
        return (long) one.first <= other.last + 1L && (long) other.first <= one.last + 1L;
    }

    /** What is missing between the lowest and the highest number. */
    SeqNos gaps() {
        List<Range> gaps = new ArrayList<>();
        for (int i = 1; i < ranges.size(); i++) {
            gaps.add(new Range(ranges.get(i - 1).last + 1, ranges.get(i).first - 1));
        }
        return new SeqNos(gaps);
    }

    @Override
    public String toString() {
        return ranges.stream().map(Range::toString).collect(Collectors.joining(","));
    }
}
