// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/pagesource.h"

#include <cstdio>

namespace kessai {

/// The rendering process' side of the wire: reads requests until the input ends, answers each in turn. Holds one document.
class RenderServer final {
public:
    RenderServer(std::FILE *input, std::FILE *output) : m_input(input), m_output(output) {}

    /// Returns when the input ends or makes no sense: true for an orderly end between two requests.
    bool serve();

private:
    bool readExactly(char *out, qint64 size);
    bool answer(const renderwire::FrameHeader &request, const QByteArray &head, const QByteArray &bulk);
    bool answerOpen(const renderwire::FrameHeader &request, const QByteArray &head, const QByteArray &bulk);
    bool answerPage(const renderwire::FrameHeader &request, const QByteArray &head);
    bool answerText(const renderwire::FrameHeader &request, const QByteArray &head);
    bool answerAnnotate(const renderwire::FrameHeader &request, const QByteArray &head);
    bool send(const renderwire::FrameHeader &request, const QByteArray &head, const QImage &bulk = {});
    bool sendBytes(const renderwire::FrameHeader &request, const QByteArray &head, const QByteArray &bulk);
    bool write(const void *data, qint64 size);

    std::FILE *m_input;
    std::FILE *m_output;
    std::unique_ptr<PageSource> m_source;
};

} // namespace kessai
