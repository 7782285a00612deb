/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * What messages consist of: data types (Part 2, Datatypes, 2) and enumerations (Part 2,
 * Enumerations, 3), named as there without {@code Type}.
 *
 * <p>Unless a component says otherwise: current in A, voltage in V, power in W, reactive power in
 * var, apparent power in VA, energy in Wh, frequency in Hz, durations in seconds, percentages from
 * 0 to 100, money in the currency that the message names or that the station is configured with.
 * Components named {@code …_L2} and {@code …_L3} hold the value of that phase where it differs; the
 * one without a suffix is then for L1. The types of ISO 15118 price schedules use {@link
 * RationalNumber}. Languages are RFC 5646 tags, currencies ISO 4217 codes.
 */
@NullMarked
package io.ohmnibus.ocpp.type;

import org.jspecify.annotations.NullMarked;
