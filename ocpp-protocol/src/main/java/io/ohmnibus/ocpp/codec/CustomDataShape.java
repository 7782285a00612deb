/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.type.CustomData;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonTokenId;

/** The one open object (Part 4, 9): {@code vendorId} is required, the rest is kept as it came. */
record CustomDataShape() implements Shape {

    static final String VENDOR_ID = "vendorId";
    static final TextShape VENDOR = new TextShape(255, 255, false, null);

    @Override
    public Object read(JsonParser in) {
        if (in.currentTokenId() != JsonTokenId.ID_START_OBJECT) {
            throw Violation.type("expected an object");
        }
        var properties = OpenShape.object(in);
        if (!properties.containsKey(VENDOR_ID)) {
            throw Violation.occurrence("is required").inside("." + VENDOR_ID);
        }
        if (!(properties.remove(VENDOR_ID) instanceof String vendor)) {
            throw Violation.type("expected a string").inside("." + VENDOR_ID);
        }
        checkVendor(vendor);
        OpenShape.refuseNul(properties);
        return new CustomData(vendor, properties);
    }

    @Override
    public void check(Object value) {
        var data = (CustomData) value;
        checkVendor(data.vendorId());
        OpenShape.refuseNul(data.properties());
    }

    private static void checkVendor(String vendor) {
        try {
            VENDOR.check(vendor);
        } catch (Violation violation) {
            throw violation.inside("." + VENDOR_ID);
        }
    }

    @Override
    public void write(Object value, Output out) {
        var data = (CustomData) value;
        var json = out.json();
        json.writeStartObject();
        json.writeStringProperty(VENDOR_ID, data.vendorId());
        for (Map.Entry<String, ?> property : data.properties().entrySet()) {
            if (property.getKey().equals(VENDOR_ID)) {
                throw Violation.format("expected each property once");
            }
            json.writeName(property.getKey());
            OpenShape.write(property.getValue(), json);
        }
        json.writeEndObject();
    }
}
