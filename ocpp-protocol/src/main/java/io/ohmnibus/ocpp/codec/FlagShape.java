/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonTokenId;

/** True or false. */
record FlagShape() implements Shape {

    @Override
    public Object read(JsonParser in) {
        return switch (in.currentTokenId()) {
            case JsonTokenId.ID_TRUE -> Boolean.TRUE;
            case JsonTokenId.ID_FALSE -> Boolean.FALSE;
            default -> throw Violation.type("expected true or false");
        };
    }

    @Override
    public void check(Object value) {}

    @Override
    public void write(Object value, Output out) {
        out.json().writeBoolean((Boolean) value);
    }
}
