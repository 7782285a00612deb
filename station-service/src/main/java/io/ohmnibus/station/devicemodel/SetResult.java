/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.devicemodel;

import io.ohmnibus.ocpp.type.SetVariableStatusEnum;
import org.jspecify.annotations.Nullable;

/**
 * What a station made of a value that the CSMS set.
 *
 * @param value null where it must not be stored
 */
public record SetResult(
        AttributeId attribute,
        @Nullable String value,
        SetVariableStatusEnum status,
        @Nullable String info) {}
