/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor adds to a message or one of its parts; the only object whose properties are open.
 *
 * @param vendorId names the vendor whose definition the rest follows, often a reversed domain name
 * @param properties every other property by name, as plain JSON values: String, Boolean, Number,
 *     List, Map or null
 */
public record CustomData(
        @Length(max = 255) String vendorId, Map<String, @Nullable Object> properties) {

    // Written out, because a compact constructor loses the annotation inside Map in the class file.
    public CustomData(String vendorId, Map<String, @Nullable Object> properties) {
        this.vendorId = vendorId;
        this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
