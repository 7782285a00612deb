/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

import io.ohmnibus.platform.ocpp.StationKey;

/**
 * A request that was found right, for an authority to sign.
 *
 * @param commonName the name that the certificate must have
 */
public record SigningOrder(StationKey station, CertificateUse use, Csr csr, String commonName) {}
