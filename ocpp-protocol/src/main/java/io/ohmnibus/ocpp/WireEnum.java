/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

/** An enumeration of the specification, whose values are spelled on the wire as the schemas say. */
public interface WireEnum {

    /** The case-sensitive spelling in JSON. */
    String wireName();
}
