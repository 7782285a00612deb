/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

/** The payload of a CALLRESULT. */
public interface Response extends Message {}
