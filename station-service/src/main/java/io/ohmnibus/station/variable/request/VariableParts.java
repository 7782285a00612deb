/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable.request;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.station.devicemodel.MessageLimits.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Items in as few messages as a station allows, in their order.
 *
 * @param messages each with the positions of its items
 * @param tooLong the positions of items that fit into no message
 */
record VariableParts(List<Part> messages, List<Integer> tooLong) {

    /** A message and what is in it. */
    record Part(Request<?> request, List<Integer> positions) {}

    static <T> VariableParts of(List<T> items, Limit limit, Function<List<T>, Request<?>> message) {
        List<Part> parts = new ArrayList<>();
        List<Integer> tooLong = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int position = 0; position < items.size(); position++) {
            if (!limit.allows(message.apply(List.of(items.get(position))))) {
                tooLong.add(position);
                continue;
            }
            open.add(position);
            if (open.size() > limit.items() || !limit.allows(message.apply(at(items, open)))) {
                open.removeLast();
                parts.add(part(items, open, message));
                open = new ArrayList<>(List.of(position));
            }
        }
        if (!open.isEmpty()) {
            parts.add(part(items, open, message));
        }
        return new VariableParts(List.copyOf(parts), List.copyOf(tooLong));
    }

    private static <T> Part part(
            List<T> items, List<Integer> positions, Function<List<T>, Request<?>> message) {
        return new Part(message.apply(at(items, positions)), List.copyOf(positions));
    }

    private static <T> List<T> at(List<T> items, List<Integer> positions) {
        return positions.stream().map(items::get).toList();
    }
}
