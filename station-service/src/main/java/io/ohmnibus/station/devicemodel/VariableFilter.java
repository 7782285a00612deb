/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.devicemodel;

import org.jspecify.annotations.Nullable;

/** Which variables of a station are wanted; what is null does not matter. */
public record VariableFilter(
        @Nullable String component,
        @Nullable String variable,
        @Nullable Integer evseId,
        boolean onlyDrifted) {}
