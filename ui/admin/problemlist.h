// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace kessai {

/// One line of a list of problems.
struct ProblemLine final {
    QString text;
    bool blocks = true;
    friend bool operator==(const ProblemLine &, const ProblemLine &) = default;
};

/// What is to be put right, however much it is: as high as it needs to be up to a limit, and scrolled from there on, by keys as well. Its lines can be
/// copied.
class ProblemList final : public QTextEdit {
    Q_OBJECT

public:
    ProblemList(const QString &name, int mostLines, QWidget *parent);

    void setLines(const std::vector<ProblemLine> &lines);
    void setMostLines(int lines);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void write();
    void fit();

    int m_mostLines;
    std::vector<ProblemLine> m_lines;
};

} // namespace kessai
