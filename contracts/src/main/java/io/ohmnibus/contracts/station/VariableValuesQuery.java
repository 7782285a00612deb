/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.station;

/**
 * What a station last said about a variable, wherever in the station the component is. Answered by
 * {@link VariableValues}.
 */
public record VariableValuesQuery(String component, String variable) {}
