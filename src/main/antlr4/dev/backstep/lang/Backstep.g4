/** The program language, a statement at a time: `lang` cuts the text into statements at line ends outside brackets. */
grammar Backstep;

tokens { COLUMN }   // what names a column, in any characters: `lang` joins it from the tokens of a csv line

line       : statement EOF ;
statement  : kind=('param' | 'const' | 'loss')? NAME '=' expression  # assignment
           | 'set' NAME '=' expression                               # setting
           | kind=('data' | 'train') NAME '(' arguments? ')'         # engine
           ;

expression : term (('+' | '-') term)* ;
term       : product (('*' | '/' | '·' | '⊙') product)* ;
product    : unary ('@' unary)* ;
unary      : '-' unary | power ;                 // -x^2 is -(x^2)
power      : postfix (('^' | '**') unary)? ;     // 2^-x, and 2^3^2 is 2^(3^2)
postfix    : atom ('\'' | 'ᵀ' | '²' | '³')* ;
atom       : NUMBER                              # number
           | NAME                                # variable
           | NAME '(' arguments? ')'             # call
           | '[' row (';' row)* ']'              # matrix
           | '(' expression ')'                  # group
           ;
row        : expression (',' expression)* ;
arguments  : argument (',' argument)* ;
argument   : (NAME '=')? (expression | TEXT)
           | NAME '=' columns                     // of a file: label=Sepal.Length, leave=[id, "the name"]
           ;
columns    : column | '[' column (',' column)* ']' ;
column     : COLUMN | TEXT ;

NUMBER     : (DIGIT+ ('.' DIGIT*)? | '.' DIGIT+) ([eE] [+-]? DIGIT+)? ;
NAME       : LETTER (LETTER | DIGIT | '_')* ;
TEXT       : '"' ~["\r\n]* '"' ;
MINUS_SIGN : '−' -> type(MINUS) ;
MINUS      : '-' ;
BLANK      : [ \t\r\n\f\uFEFF\u00A0]+ -> skip ;
COMMENT    : '#' ~[\r\n]* -> skip ;
OTHER      : . ;

fragment DIGIT  : [0-9] ;
fragment LETTER : [a-zA-Z] | [\p{Script=Greek}] ;
