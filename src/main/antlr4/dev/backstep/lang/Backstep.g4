/**
 * The program language, a statement at a time: `lang` cuts the text into statements at line ends outside brackets,
 * and `Spelling` has put plain characters in the place of typographic ones.
 */
grammar Backstep;

tokens { COLUMN }   // what names a column, in any characters: `lang` joins it from the tokens of a csv line

line       : statement EOF ;
head       : NAME '(' (NAME (',' NAME)*)? ')' '=' EOF ;   // of a function; `lang` cuts its body into lines
value      : expression EOF ;
statement  : kind=('param' | 'const' | 'loss')? NAME '=' expression  # assignment
           | 'set' NAME '=' expression                               # setting
           | kind=('data' | 'train') NAME '(' arguments? ')'         # engine
           ;

expression : term (('+' | '-') term)* ;
term       : product (('*' | '/' | '·' | '⊙') product)* ;
product    : unary ('@' unary)* ;
unary      : '-' unary | power ;                 // -x^2 is -(x^2)
power      : postfix (('^' | '**') unary)? ;     // 2^-x, and 2^3^2 is 2^(3^2)
postfix    : atom ('\'' | 'ᵀ' | RAISED)* ;
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

NUMBER     : (ASCII+ ('.' ASCII*)? | '.' ASCII+) ([eE] [+-]? ASCII+)? ;
FRACTION   : [\u00BC-\u00BE\u2150-\u215E\u2189] { setText(Spelling.fraction(getText())); } -> type(NUMBER) ;
NAME       : LETTER (LETTER | DIGIT | MARK | LOWERED | '_')* { setText(Spelling.name(getText())); } ;
RAISED     : [⁺⁻]? [⁰¹²³⁴-⁹]+ { setText(Spelling.raised(getText())); } ;
TEXT       : '"' ~["\r\n]* '"' ;
BLANK      : [ \t\r\n\f]+ -> skip ;
COMMENT    : '#' ~[\r\n]* -> skip ;
OTHER      : . ;

fragment ASCII   : [0-9] ;
fragment DIGIT   : [\p{Nd}] ;
fragment MARK    : [\p{M}] ;
fragment LOWERED : [\u2080-\u2089\u2090-\u209C\u1D62-\u1D65\u2C7C] ;
/** Raised and lowered letters are letters to Unicode, but no names begin with them. */
fragment LETTER  : [\p{Lu}\p{Ll}\p{Lt}\p{Lo}\u3005\u3031-\u3035\u303B\u309D\u309E\u30FC-\u30FE\u0640\u0E46] ;
