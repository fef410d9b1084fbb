/**
 * What people look for in the parks of the benchmark: numbers, Chinese of one to four characters and more, Russian word
 * forms, pinyin and its initials, Latin words; some stand in a tenth of all rows, some in one, some nowhere.
 */
export const searchQueries: readonly string[] = [
  ...['CUS-2026-000123', 'LOG-2025-000777', 'LEX-2026-00', 'CUS-2026', '000500', '843351', 'INC-2026-0001'],
  ...[
    '清',
    '设备',
    '清关',
    '仓库',
    '霍尔果斯',
    '集成电路',
    '联合收割机',
    '铁路集装箱订舱',
    '陈静',
    '霍尔果斯华丰',
  ],
  ...[
    'комбайн',
    'комбайны',
    'вагонов',
    'договор',
    'запчасти',
    'происхождение',
    'Смирнов',
    'Торугарт',
    'кабеля',
  ],
  ...['hegs', 'lhsgj', 'jksb', 'ckts', 'huoerguosi', 'qingguan'],
  ...['cotton', 'Cotton yarn', 'slabs', 'Khorgos', 'zhang', 'permit', 'phishing'],
  ...['清关 Khorgos', 'Ввоз Маньчжурия', 'zzzz', 'нетслова'],
]
