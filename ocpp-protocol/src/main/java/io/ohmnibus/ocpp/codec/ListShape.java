/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.JsonTokenId;

/** A list of limited size. */
record ListShape(Shape element, int min, int max) implements Shape {

    @Override
    public Object read(JsonParser in) {
        if (in.currentTokenId() != JsonTokenId.ID_START_ARRAY) {
            throw Violation.type("expected a list");
        }
        var list = new ArrayList<Object>(4);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            int index = list.size();
            if (index == max) {
                throw size();
            }
            try {
                list.add(element.read(in));
            } catch (Violation violation) {
                throw violation.insideElement(index);
            }
        }
        check(list);
        return list;
    }

    @Override
    public void check(Object value) {
        int size = ((List<?>) value).size();
        if (size < min || size > max) {
            throw size();
        }
    }

    private Violation size() {
        String upTo = max == Integer.MAX_VALUE ? "" : " and at most " + max;
        return Violation.occurrence("expected at least " + min + upTo + " elements");
    }

    @Override
    public void write(Object value, Output out) {
        var list = (List<?>) value;
        out.json().writeStartArray();
        for (int i = 0; i < list.size(); i++) {
            int mark = out.pruning() ? out.enter("[" + i + "]") : 0;
            try {
                element.check(list.get(i));
                element.write(list.get(i), out);
            } catch (Violation violation) {
                throw violation.insideElement(i);
            }
            if (out.pruning()) {
                out.leave(mark);
            }
        }
        out.json().writeEndArray();
    }
}
