/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.devicemodel;

/** The value of an attribute as the station gave it. */
public record AttributeValue(AttributeId attribute, String value) {}
